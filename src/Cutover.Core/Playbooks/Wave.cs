using System.Collections.Immutable;

namespace Cutover.Core.Playbooks;

/// <summary>Names that move together, after the waves before them and before the waves after them.</summary>
/// <param name="Name">What people call it: a region, a canary name.</param>
/// <param name="Records">Record names of the playbook, without the trailing dot; each name is in exactly one wave.</param>
/// <param name="Steps">The steps of this wave, up to 100 %.</param>
public sealed record Wave(string Name, ImmutableArray<string> Records, ImmutableArray<Step> Steps);
