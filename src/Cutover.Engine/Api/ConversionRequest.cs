using System.Collections.Immutable;
using Cutover.Core.Conversions;
using Cutover.Core.Dns;

namespace Cutover.Engine.Api;

/// <summary>
/// POST /api/v1/conversions/preview. Answers 200 with a ConversionPreviewView, 422 with problems or refusals, 502 when Route 53 cannot be
/// read.
/// </summary>
/// <param name="Playbook">The playbook's text.</param>
/// <param name="TargetValues">
/// For Adopt: what the target answers with, such as "A=203.0.113.9"; the type may be left out with one type.
/// </param>
/// <param name="TargetAlias">For Adopt: for every type that the values do not name.</param>
public sealed record ConversionRequest(
    ConversionKind Kind, string Playbook, ImmutableArray<string>? TargetValues = null, AliasTarget? TargetAlias = null);
