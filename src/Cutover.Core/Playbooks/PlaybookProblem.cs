namespace Cutover.Core.Playbooks;

/// <summary>One thing that is wrong in a playbook file.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in characters.</param>
/// <param name="Path">For example "steps[2].weight"; empty for the file as a whole.</param>
/// <param name="Message">What is wrong and why it matters, without a full stop at the end.</param>
/// <param name="Mend">What to write instead; it completes the sentence "write …".</param>
public sealed record PlaybookProblem(int Line, int Column, string Path, string Message, string Mend);
