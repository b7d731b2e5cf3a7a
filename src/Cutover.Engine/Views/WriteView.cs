namespace Cutover.Engine.Views;

/// <summary>One ChangeResourceRecordSets request.</summary>
/// <param name="Step">Counted from 1.</param>
/// <param name="Zone">Name and id of the hosted zone.</param>
/// <param name="Changes">Lines of its batch.</param>
public sealed record WriteView(int Step, string Zone, int Changes);
