using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Cutover.Core.Playbooks.Notation;

/// <summary>
/// CloudWatch metric math as far as a playbook must understand it: which ids an expression names, and what in it would fool a gate.
/// Whether the rest is right CloudWatch says, when it is planned.
/// </summary>
public static partial class MetricMath
{
    /// <summary>What the id of a metric looks like; for .NET and ECMAScript alike.</summary>
    public const string IdPattern = "^[a-z][a-zA-Z0-9_]{0,63}$";

    /// <summary>The longest expression, in characters; CloudWatch takes 2,048, and in a request the ids are longer.</summary>
    public const int Longest = 1_024;

    private const string Number = @"(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?";
    private const string Text = "\"[^\"]*\"|'[^']*'";
    private const string Name = "(?<Name>[A-Za-z_][A-Za-z0-9_]*)";
    private const string Symbol = @"==|!=|<=|>=|&&|\|\||[-+*/<>()\[\],^%]";

    private static readonly ImmutableDictionary<string, string> Refused = ImmutableDictionary<string, string>.Empty
        .Add("FILL", "makes up data where there is none, and a gate must see that there is none; the gate's kind says what absence means")
        .Add("METRICS", "means every metric of a request, and Cutover asks for all gates in one; list the ids, such as [m1, m2]")
        .Add("SEARCH", "gives series that nobody named; name each metric")
        .Add("TIME_SERIES", "makes up data where there is none; write the number itself");

    public static Parsed<string> Read(string text)
    {
        var names = Tokens(text).Where(token => token.Groups["Name"].Success).Select(token => token.Value).ToList();
        return text.Length > Longest
                ? Fault.Advice($"the expression has {text.Length} characters, and {Longest} is the most", "a shorter one")
            : names.FirstOrDefault(Refused.ContainsKey) is { } name
                ? Fault.Advice($"{name} {Refused[name]}", $"an expression without {name}")
            : Rest().Match(Tokens().Replace(text, "")) is { Success: true } rest
                ? Fault.Advice($"\"{rest.Value}\" has no meaning in metric math", "ids, numbers, functions, + - * / and comparisons")
            : !IsBalanced(text) ? Fault.Advice("the brackets of the expression do not match", "as many brackets closed as opened")
            : Ids(text).IsEmpty ? Fault.Advice("the expression names no metric", "an expression over ids, such as \"100 * m2 / m1\"")
            : text;
    }

    public static Parsed<string> ReadId(string text) => Id().IsMatch(text)
        ? text
        : Fault.Advice(
            $"\"{text}\" cannot be the id of a metric: CloudWatch wants a lower-case letter first, then letters, digits and underscores",
            "an id such as m1");

    /// <summary>The ids that an expression names, each once.</summary>
    public static ImmutableArray<string> Ids(string expression) =>
        [.. Tokens(expression).Select(token => token.Value).Where(word => Id().IsMatch(word)).Distinct()];

    /// <summary>The expression over other ids: those of one request are all different.</summary>
    public static string Rename(string expression, Func<string, string> id) =>
        Tokens().Replace(expression, token => Id().IsMatch(token.Value) ? id(token.Value) : token.Value);

    private static MatchCollection Tokens(string expression) => Tokens().Matches(expression);

    private static bool IsBalanced(string expression)
    {
        var open = new Stack<string>();
        return Tokens(expression).Select(token => token.Value).All(word => word switch
        {
            "(" or "[" => Open(word),
            ")" => open.TryPop(out var round) && round == "(",
            "]" => open.TryPop(out var square) && square == "[",
            _ => true,
        }) && open.Count == 0;

        bool Open(string word)
        {
            open.Push(word);
            return true;
        }
    }

    [GeneratedRegex(IdPattern)]
    private static partial Regex Id();

    // A text in quotes is one word: what it says names nothing.
    [GeneratedRegex($"{Number}|{Text}|{Name}|{Symbol}")]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\S+")]
    private static partial Regex Rest();
}
