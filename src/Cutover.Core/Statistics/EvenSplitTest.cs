namespace Cutover.Core.Statistics;

/// <summary>
/// Always-valid two-sided tests of "each falls on either side with the chance ½": M. Lindon and A. Malek, "Anytime-Valid Inference for
/// Multinomial Count Data", NeurIPS 2022, for two arms. The evidence is the Beta(c, c) mixture of the alternatives,
/// B(one + c, other + c) / B(c, c) · 2^(one + other); 1/evidence is a p-value at every time together, by Ville's inequality.
/// </summary>
public static class EvenSplitTest
{
    /// <summary>Logarithm of the evidence against an even split.</summary>
    /// <param name="one">How many fell on one side, at least 0.</param>
    /// <param name="other">How many fell on the other.</param>
    /// <param name="concentration">c above 0: ½ looks for any split, a large one for splits near the even.</param>
    public static double LogEvidence(long one, long other, double concentration) =>
        LogGamma.Beta(one + concentration, other + concentration) - LogGamma.Beta(concentration, concentration)
        + ((one + other) * Math.Log(2));
}
