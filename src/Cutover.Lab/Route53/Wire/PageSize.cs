using System.Globalization;

namespace Cutover.Lab.Route53.Wire;

/// <summary>The parameter maxitems: absent means the most, more is cut to the most, anything but a positive number is refused.</summary>
internal static class PageSize
{
    internal static bool TryRead(string? text, int most, out int size)
    {
        size = most;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var read = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0;
        size = Math.Min(asked, most);
        return read;
    }

    internal static Route53Reply Refusal(string text) =>
        Route53Errors.InvalidInput($"Invalid request: maxitems must be a number of at least 1, not '{text}'.");
}
