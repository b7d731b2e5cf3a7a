namespace Cutover.Web.Components.Shell;

/// <summary>Cookies by which the server knows how to draw the first screen, so that it does not flash.</summary>
public static class ThemeCookies
{
    /// <summary>What the person chose: light or dark; absent when the system decides.</summary>
    public const string Choice = "cutover-theme";

    /// <summary>What the system preferred when it was last asked.</summary>
    public const string System = "cutover-system-theme";
}
