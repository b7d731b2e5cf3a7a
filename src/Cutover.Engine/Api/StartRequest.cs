namespace Cutover.Engine.Api;

/// <summary>POST /api/v1/runs. Answers 201 with a <see cref="StartedView"/>, or as a <see cref="PlanRequest"/> does.</summary>
/// <param name="Playbook">The playbook's text.</param>
/// <param name="Reason">Why; kept with the run.</param>
/// <param name="Plan">
/// The checksum of the plan that was read, so that nothing else is started: 412 when the playbook or the zones differ by now. Null takes
/// the plan as it comes.
/// </param>
public sealed record StartRequest(string Playbook, string? Reason, string? Plan = null);
