using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Access;

/// <summary>What is written in one hosted zone.</summary>
/// <param name="Id">The zone's id.</param>
/// <param name="Names">The names of the records, in any case, with or without the trailing dot.</param>
/// <param name="Types">The types of their pairs.</param>
public sealed record ZoneAccess(string Id, ImmutableArray<string> Names, ImmutableArray<RecordType> Types);
