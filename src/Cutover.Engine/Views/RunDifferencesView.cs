using System.Collections.Immutable;
using Cutover.Core.Runs;

namespace Cutover.Engine.Views;

/// <summary>Where a run has left the plan that it was started from.</summary>
/// <param name="Playbook">The playbook's name.</param>
/// <param name="Version">The version that the run was started with; null where none was kept.</param>
/// <param name="Newest">The playbook's newest version; null where none was kept.</param>
/// <param name="Differences">Empty when nothing differs.</param>
public sealed record RunDifferencesView(string Playbook, int? Version, int? Newest, ImmutableArray<PlanDifference> Differences);
