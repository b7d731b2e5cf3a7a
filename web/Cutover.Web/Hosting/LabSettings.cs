using System.Net;
using Cutover.Lab;

namespace Cutover.Web.Hosting;

/// <summary>What the lab is told at its start: the section "Lab".</summary>
internal static class LabSettings
{
    /// <exception cref="InvalidOperationException">A value of the section cannot be read.</exception>
    /// <exception cref="FormatException">An address is none of loopback.</exception>
    public static LabOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Lab");
        var options = section.Get<LabOptions>() ?? new LabOptions();
        // The binder cannot make addresses, and passes over them without a word.
        return options with
        {
            Address = AddressOf(section, nameof(options.Address)) ?? options.Address,
            SourceAddress = AddressOf(section, nameof(options.SourceAddress)) ?? options.SourceAddress,
            TargetAddress = AddressOf(section, nameof(options.TargetAddress)) ?? options.TargetAddress,
        };
    }

    private static IPAddress? AddressOf(IConfigurationSection section, string name) =>
        section[name] is not { } text ? null
        : IPAddress.TryParse(text, out var address) && IPAddress.IsLoopback(address) ? address
        : throw new FormatException($"{section.Path}:{name}={text} is no address of loopback: write one such as 127.0.1.1.");
}
