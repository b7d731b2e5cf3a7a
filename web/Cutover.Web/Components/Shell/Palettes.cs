using MudBlazor;

namespace Cutover.Web.Components.Shell;

/// <summary>
/// The colours of the controls; css/base.css has the same ones for everything else. Text on each keeps a contrast of 4.5 to 1.
/// </summary>
public static class Palettes
{
    private static readonly string[] Fonts = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = Light(),
        PaletteDark = Dark(),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts },
            Button = new ButtonTypography { FontFamily = Fonts, TextTransform = "none", FontWeight = "600", LetterSpacing = "0" },
        },
    };

    private static PaletteLight Light() => new()
    {
        Primary = "#1c5d99", PrimaryContrastText = "#ffffff", Secondary = "#8a5200", Background = "#f4f6f8", Surface = "#ffffff",
        TextPrimary = "#16202c", TextSecondary = "#4a5a6c", TextDisabled = "#6b7a8a", ActionDefault = "#34465a", ActionDisabled = "#6b7a8a",
        LinesDefault = "#d6dde5", LinesInputs = "#6f7f90", Divider = "#d6dde5", TableLines = "#d6dde5",
        Success = "#18704a",
        Warning = "#8a5200",
        Error = "#b3261e",
        Info = "#1c5d99",
        ErrorContrastText = "#ffffff",
        SuccessContrastText = "#ffffff",
        WarningContrastText = "#ffffff", InfoContrastText = "#ffffff",
    };

    private static PaletteDark Dark() => new()
    {
        Primary = "#7ab8f5", PrimaryContrastText = "#07131f", Secondary = "#e8b36a", Background = "#0f141a", Surface = "#171e26",
        TextPrimary = "#e6ebf1", TextSecondary = "#a9b6c4", TextDisabled = "#8593a2", ActionDefault = "#c3ceda", ActionDisabled = "#8593a2",
        LinesDefault = "#2b3644", LinesInputs = "#73849a", Divider = "#2b3644", TableLines = "#2b3644",
        Success = "#5fcf97",
        Warning = "#f0b95b",
        Error = "#ff8a80",
        Info = "#7ab8f5",
        ErrorContrastText = "#2a0503",
        SuccessContrastText = "#04170d",
        WarningContrastText = "#1f1300", InfoContrastText = "#07131f",
    };
}
