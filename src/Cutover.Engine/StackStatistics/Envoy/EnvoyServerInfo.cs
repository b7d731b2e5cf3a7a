using System.Globalization;

namespace Cutover.Engine.StackStatistics.Envoy;

/// <summary>Which process answered, by /server_info: counters begin anew with each hot restart's epoch.</summary>
internal sealed record EnvoyServerInfo(string Process, TimeSpan? Uptime)
{
    /// <exception cref="InvalidDataException">The text is something else.</exception>
    public static EnvoyServerInfo Parse(string json)
    {
        var info = EnvoyJson.Parse(json);
        if (EnvoyJson.Text(info, "version") is null)
        {
            throw new InvalidDataException("Envoy's /server_info names no version (is this its admin interface?)");
        }

        var epoch = EnvoyJson.Member(info, "command_line_options") is { } options ? EnvoyJson.Number(options, "restart_epoch") : 0;
        return new EnvoyServerInfo(
            string.Create(CultureInfo.InvariantCulture, $"epoch {epoch ?? 0}"), Duration(EnvoyJson.Text(info, "uptime_current_epoch")));
    }

    // A protobuf duration: seconds with up to nine decimals and an "s".
    private static TimeSpan? Duration(string? text) =>
        text is [.., 's']
        && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
