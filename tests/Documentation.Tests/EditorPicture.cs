using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>Code with a diagnostic as an editor shows it, in SVG: colours, a squiggle, and the message in a
/// box.</summary>
internal static class EditorPicture
{
    private const double Advance = 8.4, LineHeight = 22, Left = 56, Top = 30;
    private const int MessageColumns = 92;

    public static string Of(string code, Diagnostic diagnostic)
    {
        string[] lines = code.Split('\n');
        var place = diagnostic.Location.GetLineSpan();
        int line = place.StartLinePosition.Line;
        List<string> message = Wrapped($"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
        double width = Left + (Advance * Math.Max(lines.Max(l => l.Length), MessageColumns)) + 48;
        double box = (message.Count * LineHeight) + 14;
        double height = Top + (lines.Length * LineHeight) + box + 20;

        var svg = new StringBuilder();
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" ");
        svg.Append(Invariant($"width=\"{width:0}\" height=\"{height:0}\" viewBox=\"0 0 {width:0} {height:0}\" "));
        svg.Append("font-family=\"ui-monospace, Consolas, Menlo, monospace\" font-size=\"14\">\n");
        svg.Append("  <title>").Append(SecurityElement.Escape(diagnostic.GetMessage(CultureInfo.InvariantCulture))).Append("</title>\n");
        svg.Append(Invariant($"  <rect width=\"{width:0}\" height=\"{height:0}\" rx=\"8\" fill=\"#1e1e1e\"/>\n"));
        for (int i = 0; i < lines.Length; i++)
        {
            double y = Y(i) + (i > line ? box : 0);
            svg.Append(Invariant($"  <text x=\"16\" y=\"{y:0.#}\" fill=\"#6e7681\">{i + 1}</text>\n"));
            foreach (var (column, text, colour) in Coloured(code, i))
            {
                svg.Append(Invariant($"  <text x=\"{X(column):0.#}\" y=\"{y:0.#}\" fill=\"{colour}\" "));
                svg.Append(Invariant($"textLength=\"{text.Length * Advance:0.#}\">{SecurityElement.Escape(text)}</text>\n"));
            }
        }

        Squiggle(svg, X(place.StartLinePosition.Character), X(place.EndLinePosition.Character), Y(line) + 4);
        double top = Y(line) + 12;
        svg.Append(Invariant($"  <rect x=\"{Left:0.#}\" y=\"{top:0.#}\" width=\"{width - Left - 16:0.#}\" height=\"{box - 6:0.#}\" "));
        svg.Append("rx=\"4\" fill=\"#252526\" stroke=\"#cca700\"/>\n");
        for (int i = 0; i < message.Count; i++)
        {
            svg.Append(Invariant($"  <text x=\"{Left + 10:0.#}\" y=\"{top + 20 + (i * LineHeight):0.#}\" fill=\"#d4d4d4\">"));
            svg.Append(SecurityElement.Escape(message[i])).Append("</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static double X(int column) => Left + (column * Advance);

    private static double Y(int line) => Top + (line * LineHeight);

    private static void Squiggle(StringBuilder svg, double from, double to, double y)
    {
        svg.Append(Invariant($"  <path fill=\"none\" stroke=\"#cca700\" d=\"M{from:0.#} {y:0.#}"));
        bool up = true;
        for (double x = from + 3; x <= to; x += 3, up = !up) svg.Append(Invariant($" L{x:0.#} {y + (up ? -3 : 0):0.#}"));
        svg.Append("\"/>\n");
    }

    private static IEnumerable<(int Column, string Text, string Colour)> Coloured(string code, int line)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(code);
        foreach (SyntaxToken token in tree.GetRoot().DescendantTokens().Where(t => t.Span.Length > 0))
        {
            var start = tree.GetLineSpan(token.Span).StartLinePosition;
            if (start.Line == line) yield return (start.Character, token.Text, Colour(token));
        }
    }

    private static string Colour(SyntaxToken token) => token.Kind() switch
    {
        _ when token.IsKeyword() => "#569cd6",
        SyntaxKind.NumericLiteralToken => "#b5cea8",
        SyntaxKind.StringLiteralToken => "#ce9178",
        SyntaxKind.IdentifierToken when token.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax => "#4ec9b0",
        _ => "#d4d4d4",
    };

    private static List<string> Wrapped(string text)
    {
        var lines = new List<string> { "" };
        foreach (string word in text.Split(' '))
        {
            if (lines[^1].Length + word.Length + 1 > MessageColumns) lines.Add("");
            lines[^1] += (lines[^1].Length > 0 ? " " : "") + word;
        }

        return lines;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
