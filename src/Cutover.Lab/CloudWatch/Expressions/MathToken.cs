namespace Cutover.Lab.CloudWatch.Expressions;

/// <summary>One word of an expression and where it begins, counted from 1.</summary>
internal readonly record struct MathToken(MathTokenKind Kind, string Text, int Position);
