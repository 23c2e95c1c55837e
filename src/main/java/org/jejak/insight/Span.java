package org.jejak.insight;

/**
 * What somebody can compute who was shown some sums out of a fixed list: every sum in the linear
 * span of those that were shown, each being a vector over cells that nobody sees.
 *
 * <p>Kept as what is left of each sum once all that is known has been taken from it. Computed
 * modulo a prime: the sums are of runs of months and of groups, whose determinants are small, so
 * that nothing vanishes here that would not vanish in whole numbers.
 */
final class Span {
  private static final long PRIME = 2_147_483_647L;

  private final long[][] left;

  /**
   * @param sums the cells of each sum, 0 or 1
   */
  Span(long[][] sums) {
    left = new long[sums.length][];
    for (int i = 0; i < sums.length; i++) {
      left[i] = sums[i].clone();
    }
  }

  /** Whether the sum can be computed from those that were shown. */
  boolean knows(int sum) {
    return pivot(left[sum]) < 0;
  }

  /** Whether the sum can be computed, once {@code shown} is shown as well. */
  boolean follows(int sum, int shown) {
    int pivot = pivot(left[sum]);
    if (pivot < 0 || sum == shown) {
      return true;
    }
    long[] one = left[sum];
    long[] other = left[shown];
    if (pivot(other) != pivot) {
      return false;
    }
    for (int i = pivot; i < one.length; i++) {
      if (one[i] * other[pivot] % PRIME != other[i] * one[pivot] % PRIME) {
        return false;
      }
    }
    return true;
  }

  /** Shows a sum. */
  void show(int sum) {
    int pivot = pivot(left[sum]);
    if (pivot < 0) {
      return;
    }
    long[] row = left[sum].clone();
    long inverse = power(row[pivot], PRIME - 2);
    for (int i = 0; i < row.length; i++) {
      row[i] = row[i] * inverse % PRIME;
    }
    for (long[] rest : left) {
      long times = rest[pivot];
      for (int i = 0; times != 0 && i < rest.length; i++) {
        rest[i] = Math.floorMod(rest[i] - times * row[i] % PRIME, PRIME);
      }
    }
  }

  private static int pivot(long[] vector) {
    for (int i = 0; i < vector.length; i++) {
      if (vector[i] != 0) {
        return i;
      }
    }
    return -1;
  }

  private static long power(long base, long exponent) {
    long result = 1;
    long square = base;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result = result * square % PRIME;
      }
      square = square * square % PRIME;
    }
    return result;
  }
}
