using System.Collections.Immutable;
using Cutover.Core.Dns;

namespace Cutover.Core.Playbooks;

/// <summary>A name whose weighted pair is moved.</summary>
/// <param name="Zone">The hosted zone's name, without the trailing dot, or its id (Z…).</param>
/// <param name="Name">The record name, without the trailing dot.</param>
/// <param name="Types">The record types moved together; each one is a pair of its own in Route 53.</param>
public sealed record RecordSelector(string Zone, string Name, ImmutableArray<RecordType> Types);
