using System.Collections.Immutable;

namespace Cutover.Lab.CloudWatch.Expressions;

/// <summary>A metric-math expression, taken apart.</summary>
internal abstract record MathNode
{
    internal sealed record Number(double Value) : MathNode;

    internal sealed record Text(string Value) : MathNode;

    /// <summary>The id of another query.</summary>
    internal sealed record Reference(string Id) : MathNode;

    /// <summary>REPEAT or LINEAR, which only FILL understands.</summary>
    internal sealed record Filler(string Name) : MathNode;

    internal sealed record Negation(MathNode Operand) : MathNode;

    internal sealed record Operation(string Operator, MathNode Left, MathNode Right) : MathNode;

    internal sealed record Call(string Function, ImmutableArray<MathNode> Arguments) : MathNode;

    internal sealed record Array(ImmutableArray<MathNode> Items) : MathNode;
}
