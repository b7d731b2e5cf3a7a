using System.Text;
using Cutover.Web.Access.Pages;

namespace Cutover.Web.Access;

/// <summary>A page that needs neither a script nor a file of its own: it works when nothing else does.</summary>
internal static class PlainPage
{
    private const string Style = """
        :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
        html { background: light-dark(#f4f6f8, #0f141a); color: light-dark(#16202c, #e6ebf1); } a { color: light-dark(#1c5d99, #7ab8f5); }
        body { max-width: 26rem; margin: 15vh auto; padding: 0 1rem; }
        label { display: block; margin: 1rem 0; }
        li { margin: .7rem 0; }
        td, th { text-align: start; padding: .1rem 1rem .1rem 0; overflow-wrap: anywhere; }
        input, textarea, button, a.button { font: inherit; box-sizing: border-box; width: 100%; padding: .5rem; }
        a.button { display: block; text-align: center; text-decoration: none; border: 1px solid; border-radius: 4px; }
        code { overflow-wrap: anywhere; }
        [role=alert] { border-inline-start: .3rem solid #c62828; padding-inline-start: .7rem; }
        """;

    /// <param name="title">Plain text.</param>
    /// <param name="body">What stands below the title.</param>
    public static IResult Show(int status, string title, Html body) => TypedResults.Content(
        Html.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title} · Cutover</title><style>{Html.Trusted(Style)}</style></head>
        <body><main><h1>{title}</h1>{body}</main></body>
        </html>
        """).ToString(),
        "text/html",
        Encoding.UTF8,
        status);
}
