namespace Cutover.Engine.Views;

/// <summary>A pair and its weights, written source/target.</summary>
public sealed record RecordView(string Record, string Initial, string Applied, double AppliedShare);
