using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Emergency;

/// <summary>A weighted pair as a zone holds it.</summary>
/// <param name="Others">Further record sets of the same name and type.</param>
internal sealed record FoundPair(RecordSet Source, RecordSet Target, ImmutableArray<RecordSet> Others);
