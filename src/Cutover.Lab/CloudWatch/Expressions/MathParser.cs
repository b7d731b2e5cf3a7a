using System.Collections.Immutable;
using System.Globalization;
using Cutover.Lab.CloudWatch.Protocol;

namespace Cutover.Lab.CloudWatch.Expressions;

/// <summary>
/// Recursive descent over metric math. From the loosest binding to the tightest: OR, AND, comparison, + and -, * and /, unary minus.
/// </summary>
internal sealed class MathParser
{
    private static readonly string[][] Precedence =
        [["OR", "||"], ["AND", "&&"], ["==", "!=", "<=", ">=", "<", ">"], ["+", "-"], ["*", "/"]];

    // Far beyond what people write, and far below what overflows the stack.
    private const int DeepestNesting = 50;

    private readonly ImmutableArray<MathToken> _tokens;
    private int _at;
    private int _depth;

    private MathParser(string expression) => _tokens = MathLexer.Read(expression);

    private MathToken Next => _tokens[_at];

    internal static MathNode Parse(string expression)
    {
        var parser = new MathParser(expression);
        var node = parser.Nested();
        return parser.Next.Kind == MathTokenKind.End ? node : throw parser.Unexpected();
    }

    private MathNode Nested()
    {
        if (++_depth > DeepestNesting)
        {
            throw new RefusedException(CloudWatchError.Validation($"The expression is nested more than {DeepestNesting} levels deep."));
        }

        var node = Binary(0);
        _depth--;
        return node;
    }

    private MathNode Binary(int level)
    {
        if (level == Precedence.Length)
        {
            return Unary();
        }

        var left = Binary(level + 1);
        while (IsOperator(level))
        {
            var text = Take().Text;
            left = new MathNode.Operation(text, left, Binary(level + 1));
        }

        return left;
    }

    private bool IsOperator(int level) =>
        Next.Kind is MathTokenKind.Symbol or MathTokenKind.Name && Precedence[level].Contains(Next.Text);

    private MathNode Unary()
    {
        var negate = false;
        for (; IsSymbol("-"); Take())
        {
            negate = !negate;
        }

        return negate ? new MathNode.Negation(Primary()) : Primary();
    }

    private MathNode Primary()
    {
        switch (Next)
        {
            case { Kind: MathTokenKind.Number }:
                return new MathNode.Number(double.Parse(Take().Text, CultureInfo.InvariantCulture));
            case { Kind: MathTokenKind.Text }:
                return new MathNode.Text(Take().Text);
            case { Kind: MathTokenKind.Name }:
                return Named();
            case { Text: "(" }:
                Take();
                var inner = Nested();
                Expect(")");
                return inner;
            case { Text: "[" }:
                Take();
                return new MathNode.Array(List("]"));
            default:
                throw Unexpected();
        }
    }

    private MathNode Named()
    {
        var name = Take().Text;
        if (IsSymbol("("))
        {
            Take();
            return new MathNode.Call(name, List(")"));
        }

        return name is "REPEAT" or "LINEAR" ? new MathNode.Filler(name) : new MathNode.Reference(name);
    }

    private ImmutableArray<MathNode> List(string end)
    {
        var items = ImmutableArray.CreateBuilder<MathNode>();
        while (!IsSymbol(end))
        {
            if (items.Count > 0)
            {
                Expect(",");
            }

            items.Add(Nested());
        }

        Take();
        return items.ToImmutable();
    }

    private bool IsSymbol(string text) => Next.Kind == MathTokenKind.Symbol && Next.Text == text;

    private MathToken Take() => _tokens[_at++];

    private void Expect(string symbol)
    {
        if (!IsSymbol(symbol))
        {
            throw Unexpected();
        }

        Take();
    }

    private RefusedException Unexpected()
    {
        var found = Next.Kind == MathTokenKind.End ? "end of the expression" : $"'{Next.Text}'";
        return new(CloudWatchError.Validation($"Syntax error at character {Next.Position}: unexpected {found}."));
    }
}
