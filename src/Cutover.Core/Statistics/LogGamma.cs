namespace Cutover.Core.Statistics;

/// <summary>ln Γ(x) and ln B(x, y) for arguments above 0; relative error below 1e-13.</summary>
internal static class LogGamma
{
    // Stirling's series (Abramowitz and Stegun 6.1.41), once the argument is large enough for six terms to suffice.
    public static double Of(double x)
    {
        var shift = 0.0;
        for (; x < 15; x++)
        {
            shift += Math.Log(x);
        }

        var y = 1 / (x * x);
        var tail = (1.0 / 1680) - (y * ((1.0 / 1188) - (y * 691 / 360360)));
        var series = (1.0 / 12) - (y * ((1.0 / 360) - (y * ((1.0 / 1260) - (y * tail)))));
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (series / x) - shift;
    }

    public static double Beta(double x, double y) => Of(x) + Of(y) - Of(x + y);
}
