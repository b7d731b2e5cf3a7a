namespace Cutover.Lab.CloudWatch.Expressions;

/// <summary>What a word of an expression is.</summary>
internal enum MathTokenKind
{
    /// <summary>After the last word.</summary>
    End,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text in double or single quotes, without them.</summary>
    Text,

    /// <summary>An id, a function, AND, OR, REPEAT or LINEAR.</summary>
    Name,

    /// <summary>An operator, parenthesis, bracket or comma.</summary>
    Symbol,
}
