using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Cutover.Lab.CloudWatch.Protocol;

namespace Cutover.Lab.CloudWatch.Expressions;

/// <summary>Cuts an expression into words.</summary>
internal static partial class MathLexer
{
    internal static ImmutableArray<MathToken> Read(string expression)
    {
        var tokens = ImmutableArray.CreateBuilder<MathToken>();
        var at = 0;
        while (true)
        {
            at += Spaces().Match(expression, at).Length;
            if (at == expression.Length)
            {
                tokens.Add(new(MathTokenKind.End, "", at + 1));
                return tokens.ToImmutable();
            }

            var word = Word().Match(expression, at);
            tokens.Add(word.Success ? Token(word) : throw Unknown(expression, at));
            at += word.Length;
        }
    }

    private static MathToken Token(Match word)
    {
        var kind = Enum.GetValues<MathTokenKind>().First(kind => word.Groups[kind.ToString()].Success);
        return new(kind, kind == MathTokenKind.Text ? word.Value[1..^1] : word.Value, word.Index + 1);
    }

    private static RefusedException Unknown(string expression, int at) =>
        new(CloudWatchError.Validation($"Syntax error at character {at + 1}: unexpected '{expression[at]}'."));

    [GeneratedRegex(@"\G\s*")]
    private static partial Regex Spaces();

    [GeneratedRegex("""
        \G(?:(?<Number>(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?)|(?<Text>"[^"]*"|'[^']*')|(?<Name>[A-Za-z][A-Za-z0-9_]*)|(?<Symbol>==|!=|<=|>=|&&|\|\||[-+*/<>()\[\],]))
        """)]
    private static partial Regex Word();
}
