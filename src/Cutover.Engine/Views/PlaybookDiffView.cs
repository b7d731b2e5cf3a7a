using System.Collections.Immutable;
using Cutover.Core.Playbooks.Versions;

namespace Cutover.Engine.Views;

/// <summary>How one version of a playbook became another.</summary>
public sealed record PlaybookDiffView(PlaybookVersionView From, PlaybookVersionView To, ImmutableArray<DiffLine> Lines);
