namespace Cutover.Web.Components.Charts;

/// <summary>
/// What a chart covers. Coordinates are 0 to <see cref="Width"/> and 0 to <see cref="Height"/>, and the page stretches them.
/// </summary>
public sealed record ChartFrame(DateTimeOffset From, DateTimeOffset To, double Low, double High)
{
    public const double Width = 1000;

    public const double Height = 200;

    /// <summary>Left to right.</summary>
    public double X(DateTimeOffset at) => To <= From ? Width : Width * Math.Clamp((at - From) / (To - From), 0, 1);

    /// <summary>Top to bottom: greater values have smaller coordinates.</summary>
    public double Y(double value) => High <= Low ? Height / 2 : Height * Math.Clamp((High - value) / (High - Low), 0, 1);

    /// <summary>Where a value stands, in percent from the top, for labels beside the drawing.</summary>
    public double Top(double value) => 100 * Y(value) / Height;
}
