using System.Net;
using System.Text;
using Cutover.Web.Access.Pages;

namespace Cutover.Web.Access;

/// <summary>A page that needs neither a script nor a file of its own: it works when nothing else does.</summary>
internal static class PlainPage
{
    private const string Style = """
        :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
        body { max-width: 26rem; margin: 15vh auto; padding: 0 1rem; }
        label { display: block; margin: 1rem 0; }
        li { margin: .7rem 0; }
        td, th { text-align: start; padding: .1rem 1rem .1rem 0; overflow-wrap: anywhere; }
        input, button { font: inherit; box-sizing: border-box; width: 100%; padding: .5rem; }
        [role=alert] { border-inline-start: .3rem solid #c62828; padding-inline-start: .7rem; }
        """;

    /// <param name="title">Plain text.</param>
    /// <param name="body">HTML; whatever in it came from outside must be encoded with <see cref="Encode"/>.</param>
    public static IResult Show(int status, string title, string body) => TypedResults.Content(
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Encode(title)} · Cutover</title><style>{Style}</style></head>
        <body><main><h1>{Encode(title)}</h1>{body}</main></body>
        </html>
        """,
        "text/html",
        Encoding.UTF8,
        status);

    /// <param name="body">HTML.</param>
    public static IResult Show(int status, string title, Html body) => Show(status, title, body.ToString());

    public static string Encode(string text) => WebUtility.HtmlEncode(text);
}
