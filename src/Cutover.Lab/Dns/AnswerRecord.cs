namespace Cutover.Lab.Dns;

/// <summary>One resource record of an answer.</summary>
/// <param name="Name">In the form Route 53 stores names.</param>
/// <param name="Ttl">Seconds.</param>
/// <param name="Value">In the text form of Route 53.</param>
public sealed record AnswerRecord(string Name, string Type, long Ttl, string Value);
