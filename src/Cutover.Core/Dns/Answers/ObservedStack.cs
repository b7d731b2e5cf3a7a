namespace Cutover.Core.Dns.Answers;

/// <summary>One stack of a pair.</summary>
/// <param name="Name">As people call it, for example Envoy.</param>
/// <param name="RecordSet">Its record set; the values or the alias are what answers are told by.</param>
public sealed record ObservedStack(string Name, RecordSet RecordSet);
