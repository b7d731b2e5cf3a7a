using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Cutover.Core.Runs;

namespace Cutover.Core.Conversions;

/// <summary>Simple records that become weighted pairs, or the other way round.</summary>
/// <param name="Playbook">The playbook's name.</param>
/// <param name="Batches">One for each zone, in the order in which they are written.</param>
/// <param name="Notes">What a person should know before it is written, each naming its record.</param>
public sealed record Conversion(
    ConversionKind Kind, string Playbook, ImmutableArray<ZoneBatch> Batches, ImmutableArray<string> Notes)
{
    private const int ChecksumLength = 16;

    /// <summary>
    /// Tells one set of batches from any other: 16 hexadecimal digits over all that they delete and create, and so over what the zone held
    /// when they were prepared.
    /// </summary>
    public string Checksum() => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(RunJson.Write(new { Kind, Batches }))))[..ChecksumLength];
}
