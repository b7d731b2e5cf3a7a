namespace Cutover.Engine.Notifications.Approvals;

/// <summary>What a link is good for.</summary>
public abstract record ApprovalLinkReading;

/// <summary>It approves a step.</summary>
/// <param name="Id">The link's own number.</param>
/// <param name="Step">The step, counted from 0.</param>
public sealed record ApprovalLinkGood(long Id, int Step) : ApprovalLinkReading;

/// <summary>It is good for nothing.</summary>
/// <param name="Why">For whoever opened it.</param>
public sealed record ApprovalLinkVoid(string Why) : ApprovalLinkReading;
