using System.Collections.Immutable;
using Cutover.Core.Playbooks;
using Cutover.Core.Playbooks.Versions;
using Cutover.Engine.Views;

namespace Cutover.Engine.Playbooks;

/// <summary>What asking to keep a version, or to archive a playbook, came to.</summary>
public abstract record SaveOutcome;

/// <summary>It is kept.</summary>
/// <param name="IsNew">False where the head had this text already.</param>
public sealed record VersionKept(PlaybookVersionView Version, bool IsNew) : SaveOutcome;

/// <summary>The text is no playbook: nothing was kept.</summary>
public sealed record TextRefused(ImmutableArray<PlaybookProblem> Problems) : SaveOutcome;

/// <summary>The head is another one than the text was made from: nothing was kept.</summary>
/// <param name="Base">The version that the text was made from; null for what was taken to be new.</param>
/// <param name="Diff">From the head to the text.</param>
public sealed record HeadMoved(int? Base, PlaybookVersionView Head, ImmutableArray<DiffLine> Diff) : SaveOutcome
{
    public override string ToString() => Base is { } made
        ? FormattableString.Invariant($"{Head.Playbook} is at version {Head.Number}, by {Head.Who} at {Head.At:u}, ")
            + FormattableString.Invariant($"and this text was made from version {made}. ")
            + "Nothing was saved: compare the two, and save on top of the newer one."
        : FormattableString.Invariant($"There is a playbook {Head.Playbook} already, at version {Head.Number}, by {Head.Who} at {Head.At:u}. ")
            + "Nothing was saved: compare the two, and say that the text was made from that version, or give it another name.";
}

/// <summary>There is no such playbook.</summary>
public sealed record PlaybookUnknown : SaveOutcome;
