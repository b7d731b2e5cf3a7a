namespace Cutover.Core.Dns.Answers;

/// <summary>One observation: what was to be seen, what was seen, and what it means.</summary>
public sealed record AnswerObservation(AnswerPlan Plan, AnswerSample Sample, AnswerVerdict Verdict);
