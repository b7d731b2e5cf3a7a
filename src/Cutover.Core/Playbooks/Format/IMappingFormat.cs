using System.Collections.Immutable;

namespace Cutover.Core.Playbooks.Format;

/// <summary>The keys of a mapping, whatever its value is read as.</summary>
internal interface IMappingFormat
{
    string What { get; }

    ImmutableArray<KeyFormat> Keys { get; }

    KeyChoice? Choice { get; }
}
