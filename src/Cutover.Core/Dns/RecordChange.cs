namespace Cutover.Core.Dns;

/// <summary>One change of a change batch.</summary>
public sealed record RecordChange(ChangeAction Action, RecordSet Set);
