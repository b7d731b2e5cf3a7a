namespace Cutover.Web.Api.Events;

/// <summary>How far a run is.</summary>
public sealed record RunStanding(long Id, long Sequence, bool IsOpen);
