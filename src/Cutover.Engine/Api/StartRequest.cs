namespace Cutover.Engine.Api;

/// <summary>POST /api/v1/runs. Answers 201 with a <see cref="StartedView"/>, or as a <see cref="PlanRequest"/> does.</summary>
/// <param name="Playbook">The playbook's text.</param>
/// <param name="Reason">Why; kept with the run.</param>
public sealed record StartRequest(string Playbook, string? Reason);
