package org.jejak.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.jejak.api.repeat.Idempotent;
import org.jejak.base.Refusal;
import org.jejak.base.Slice;
import org.jejak.declarations.DecideOnDeclaration;
import org.jejak.declarations.Declaration;
import org.jejak.declarations.DeclarationAct;
import org.jejak.declarations.DeclarationDecision;
import org.jejak.declarations.DeclarationNumber;
import org.jejak.declarations.Declarations;
import org.jejak.declarations.FileDeclaration;
import org.jejak.declarations.Interest;
import org.jejak.declarations.PassReviewOn;
import org.jejak.declarations.ReviewLimit;
import org.jejak.identity.Nip;
import org.jejak.identity.People;
import org.jejak.identity.Person;
import org.jejak.identity.Unit;
import org.jejak.identity.Units;

/** Declarations of conflict of interest: one's own, and those one decides on. */
@Path("declarations")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DeclarationsResource {
  @Inject Declarations declarations;
  @Inject FileDeclaration fileDeclaration;
  @Inject DecideOnDeclaration decideOnDeclaration;
  @Inject PassReviewOn passReviewOn;
  @Inject ReviewLimit limit;
  @Inject People people;
  @Inject Units units;
  @Inject Receipts receipts;

  /** Which list: {@code mine}, {@code to-review} or {@code reviewed}. */
  private static final List<String> LISTS = List.of("mine", "to-review", "reviewed");

  /** One line of a list. */
  public record Line(
      String number,
      String kind,
      int year,
      String declarant,
      LocalDate filedOn,
      boolean late,
      String stage,
      long interests,
      String control,
      LocalDate controlUntil) {
    static Line of(Declarations.Row row) {
      return new Line(
          row.number().value(),
          row.kind().name(),
          row.forYear(),
          row.declarant(),
          row.filedOn(),
          row.late(),
          row.stage().name(),
          row.interests(),
          row.control(),
          row.controlUntil());
    }
  }

  /** An interest as it was declared. */
  public record Stated(String source, String nature, String description, String matter) {
    static Stated of(Interest interest) {
      return new Stated(
          interest.source(),
          interest.nature().name(),
          interest.description(),
          interest.matter().orElse(null));
    }
  }

  /**
   * One declaration.
   *
   * @param decideBy the earliest day on which the superior's limit can end: public holidays are not
   *     counted
   * @param pauses whether the declarant must not decide in the matter until the superior has
   * @param version to be sent back with a decision
   */
  public record One(
      String number,
      String kind,
      int year,
      String declarant,
      String unit,
      LocalDate filedOn,
      LocalDate dueOn,
      String reviewer,
      LocalDate decideBy,
      String stage,
      boolean pauses,
      List<Stated> interests,
      Decided decision,
      long version,
      ReceiptAnswer receipt) {}

  /** The superior's decision. */
  public record Decided(String by, String control, String reason, String owner, LocalDate until) {}

  /** What changed, and its receipt. */
  public record Answer(String number, ReceiptAnswer receipt) {}

  /**
   * A decision.
   *
   * @param ownerNip who sees to the control; without it the superior who decides
   */
  public record DecisionBody(
      @NotNull Long version, String control, String ownerNip, LocalDate until, String reason) {}

  /** The version on which the reviewer steps aside. */
  public record PassingBody(@NotNull Long version) {}

  @GET
  @Call(says = "Own declarations, those to review, or those reviewed.")
  public Listing<Line> list(
      @QueryParam("list") @DefaultValue("mine") String list, @Valid @BeanParam Paging paging) {
    Slice<Declarations.Row> slice =
        switch (list) {
          case "mine" -> declarations.mine(paging.offset(), paging.size());
          case "to-review" -> declarations.toReview(paging.offset(), paging.size());
          case "reviewed" -> declarations.reviewed(paging.offset(), paging.size());
          default ->
              throw Refusal.invalid(
                  "declaration.list", "%s is none of %s".formatted(list, LISTS), list);
        };
    return Listing.of(slice, paging, Line::of);
  }

  @GET
  @Path("{number}")
  @Call(says = "One declaration.")
  public One one(@PathParam("number") String number) {
    Declaration found = declarations.get(read(number));
    return new One(
        found.number().value(),
        found.kind().name(),
        found.forYear(),
        name(found.declarant()),
        units.byHandle(found.unit()).map(Unit::name).orElse(null),
        found.filedOn(),
        found.dueOn().orElse(null),
        name(found.reviewer()),
        limit.of(found.filedOn()),
        found.stage().name(),
        found.pauses(),
        found.interests().stream().map(Stated::of).toList(),
        found.decision().map(this::decided).orElse(null),
        found.version(),
        receipts.of(found.handle(), found.trail().seq()));
  }

  @POST
  @Idempotent
  @Call(says = "Files a declaration.", status = 201, answer = Answer.class)
  public Response file(@NotNull FileDeclaration.Request body) {
    return created(fileDeclaration.run(body));
  }

  @POST
  @Path("{number}/decision")
  @Idempotent
  @Call(says = "Decides on a declaration.", status = 201, answer = Answer.class)
  public Response decide(@PathParam("number") String number, @NotNull @Valid DecisionBody body) {
    var request =
        new DecideOnDeclaration.Request(
            read(number), body.version(), body.control(), owner(body), body.until(), body.reason());
    return created(decideOnDeclaration.run(request));
  }

  @POST
  @Path("{number}/passing-on")
  @Idempotent
  @Call(says = "Passes the review on to the next superior.", status = 201, answer = Answer.class)
  public Response passOn(@PathParam("number") String number, @NotNull @Valid PassingBody body) {
    return created(passReviewOn.run(read(number), body.version()));
  }

  private Response created(DeclarationAct act) {
    return Response.status(Response.Status.CREATED)
        .entity(new Answer(act.number().value(), receipts.of(act.handle(), act.seq())))
        .build();
  }

  private Decided decided(DeclarationDecision decision) {
    return switch (decision) {
      case DeclarationDecision.NoConflict none ->
          new Decided(name(none.by()), none.code(), none.reason(), null, null);
      case DeclarationDecision.Controlled set ->
          new Decided(name(set.by()), set.code(), set.reason(), name(set.owner()), set.until());
    };
  }

  private String owner(DecisionBody body) {
    if (body.ownerNip() == null || body.ownerNip().isBlank()) {
      return null;
    }
    return people
        .byNip(Nip.of(body.ownerNip()))
        .map(Person::handle)
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "declaration.owner", "nobody here has the owner's NIP", body.ownerNip()));
  }

  private String name(String handle) {
    return people.get(handle).name();
  }

  private static DeclarationNumber read(String number) {
    return DeclarationNumber.read(number).orElseThrow(() -> Refusal.unknown("declaration"));
  }
}
