using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Emergency;

/// <summary>A name whose traffic is to go back to one of its weighted record sets.</summary>
/// <param name="Name">Lower case, with the trailing dot.</param>
/// <param name="Types">Empty for every type under which the name has the source's record set.</param>
/// <param name="Source">The set identifier that traffic goes back to.</param>
/// <param name="Target">The set identifier that traffic leaves; null when that is the only other one.</param>
public sealed record RollbackRequest(string Name, ImmutableArray<RecordType> Types, string Source, string? Target);
