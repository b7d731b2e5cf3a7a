namespace Cutover.Web.Components.Shell;

/// <summary>Cookies by which the server knows how to draw the first screen, so that it does not flash.</summary>
public static class ThemeCookies
{
    /// <summary>What the person chose: light or dark; absent when the system decides.</summary>
    public const string Choice = "cutover-theme";

    /// <summary>What the system preferred when it was last asked.</summary>
    public const string System = "cutover-system-theme";

    /// <summary>Whether a page is to be drawn dark.</summary>
    public static bool IsDark(HttpContext context) =>
        (context.Request.Cookies[Choice] is "dark" or "light" ? context.Request.Cookies[Choice] : context.Request.Cookies[System]) == "dark";
}
