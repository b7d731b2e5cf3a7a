using System.Collections.Immutable;

namespace Cutover.Web.Health;

/// <summary>Whether the host can do its work: everything that it needs is ready.</summary>
public sealed record ReadinessView(bool Ready, ImmutableArray<PartView> Parts);
