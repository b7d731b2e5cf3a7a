namespace Cutover.Engine.Api;

/// <summary>What the machine decided.</summary>
public sealed record ActDoneView(string Reason);
