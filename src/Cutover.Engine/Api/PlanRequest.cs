namespace Cutover.Engine.Api;

/// <summary>POST /api/v1/plans. Answers 200 with a PlanView, 422 with problems or refusals, 502 when Route 53 cannot be read.</summary>
/// <param name="Playbook">The playbook's text.</param>
public sealed record PlanRequest(string Playbook);
