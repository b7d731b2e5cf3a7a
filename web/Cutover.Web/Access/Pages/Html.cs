using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Cutover.Web.Access.Pages;

/// <summary>HTML. Whatever is put into an interpolated one is encoded, unless it is HTML itself.</summary>
[InterpolatedStringHandler]
internal sealed class Html
{
    private readonly StringBuilder text;

    public Html(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + (16 * formattedCount));

    public static Html Empty => $"";

    public static Html Of(Html html) => html;

    /// <summary>Text of this program's own, as it is.</summary>
    public static Html Trusted(string own)
    {
        var html = Empty;
        html.AppendLiteral(own);
        return html;
    }

    /// <summary>Something for each.</summary>
    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> item)
    {
        var all = Empty;
        foreach (var one in items)
        {
            all.AppendFormatted(item(one));
        }

        return all;
    }

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted(Html html) => text.Append(html.text);

    public void AppendFormatted<T>(T value) =>
        text.Append(WebUtility.HtmlEncode(Convert.ToString(value, CultureInfo.InvariantCulture)));

    public override string ToString() => text.ToString();
}
