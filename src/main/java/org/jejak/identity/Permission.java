package org.jejak.identity;

import static org.jejak.identity.Role.ADMINISTRATOR;
import static org.jejak.identity.Role.ASN;
import static org.jejak.identity.Role.AUDITOR;
import static org.jejak.identity.Role.AUTHORITY;
import static org.jejak.identity.Role.CUSTODIAN;
import static org.jejak.identity.Role.EXAMINER;
import static org.jejak.identity.Role.INVESTIGATOR;
import static org.jejak.identity.Role.LEADERSHIP;
import static org.jejak.identity.Role.PERSONNEL;
import static org.jejak.identity.Role.SUPERIOR;

import java.util.Set;

/** What a command demands, and the roles that have it. What is not listed is denied. */
public enum Permission {
  /** Send a report; everybody, also without an account. */
  REPORT(),
  TAKE_REPORT_AT_DESK(INVESTIGATOR),
  TRIAGE(INVESTIGATOR),
  OPEN_CASE(INVESTIGATOR),
  ASSIGN_CASE(INVESTIGATOR),
  WORK_ON_CASE(INVESTIGATOR, EXAMINER),
  DECIDE(AUTHORITY),
  CLOSE_CASE(INVESTIGATOR),
  /** Hand a whole case to somebody outside: whoever examines it, or decides on it. */
  ISSUE_DOSSIER(INVESTIGATOR, AUTHORITY),
  SEE_CASES(INVESTIGATOR, EXAMINER, AUTHORITY, PERSONNEL),
  FILE_DECLARATION(ASN),
  REVIEW_DECLARATION(SUPERIOR),
  SEARCH(INVESTIGATOR, EXAMINER, AUTHORITY, PERSONNEL, SUPERIOR, ASN),
  SEE_FIGURES(LEADERSHIP),
  ISSUE_REPORT(LEADERSHIP),
  VERIFY_LEDGER(AUDITOR),
  /** Ask who looked at which file; the files themselves stay out of sight. */
  SEE_ACCESS(AUDITOR),
  /** One of the two who have a year of the access log destroyed. */
  END_ACCESS_YEAR(AUDITOR, ADMINISTRATOR),
  /** Ask for the erasure of a closed case, or carry out what another one asked for. */
  ERASE(CUSTODIAN),
  MANAGE_PEOPLE(ADMINISTRATOR),
  MANAGE_ACCOUNTS(ADMINISTRATOR),
  /** The log's keys and its recovery; no entry can be read with it. */
  MANAGE_LOG(ADMINISTRATOR),
  SIGNED_IN(ASN, ADMINISTRATOR, AUDITOR);

  @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot be changed
  private final Set<Role> roles;

  Permission(Role... roles) {
    this.roles = Set.of(roles);
  }

  /** The roles that have it; empty means everybody. */
  public Set<Role> roles() {
    return roles;
  }
}
