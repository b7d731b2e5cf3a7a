using System.Collections.Immutable;

namespace Cutover.Engine.Views;

/// <summary>A playbook in the list.</summary>
/// <param name="Head">The newest version: what a start takes.</param>
/// <param name="IsArchived">True for one that is listed only where it is asked for.</param>
/// <param name="SourceName">Null where this version of Cutover cannot read the text.</param>
/// <param name="Names">The record names that it moves.</param>
/// <param name="OpenRun">The newest open run; null without.</param>
/// <param name="Latest">The newest run that is over; null without.</param>
public sealed record PlaybookLineView(
    string Name,
    PlaybookVersionView Head,
    bool IsArchived,
    string? SourceName,
    string? TargetName,
    ImmutableArray<string> Names,
    long? OpenRun,
    RunLineView? Latest);
