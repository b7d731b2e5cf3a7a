namespace Cutover.Core.Dns;

/// <summary>One line of a change batch.</summary>
public sealed record RecordSetChange(ChangeAction Action, RecordSet RecordSet);
