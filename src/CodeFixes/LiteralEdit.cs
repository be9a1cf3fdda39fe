using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using ScalingAnalyzers.Analyzers;
using ScalingAnalyzers.Checks;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>Edits of the literals in a diagnostic.</summary>
internal static class LiteralEdit
{
    /// <summary>
    /// The edit that gives the literal its new value in its own form; null where the form or the type cannot represent
    /// it.
    /// </summary>
    public static async Task<Edit?> Of(Solution solution, CarriedEdit edit, CancellationToken cancellation)
    {
        var location = edit.Literal.Location;

        // Only C# has separators in numbers.
        var form = location.Kind == LocationKind.ExternalFile && edit.Form == EditForm.Separated ? EditForm.Up : edit.Form;
        string? Rewrite(string text) => LiteralText.Edited(text, form, edit.Value, edit.Literal.Factor, edit.Text);
        if (location.Kind == LocationKind.ExternalFile)
            return await InAdditionalFile(solution, location, Rewrite, cancellation).ConfigureAwait(false);
        if (location.SourceTree is not { } tree || solution.GetDocument(tree) is not { } document) return null;
        var root = await tree.GetRootAsync(cancellation).ConfigureAwait(false);
        var token = root.FindToken(location.SourceSpan.Start);
        if (token.Span != location.SourceSpan) return null;
        if (Rewrite(token.Text) is not { } text || text == token.Text) return null;
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (model is null || !Fits(model, token, text, cancellation)) return null;
        return new Edit(document.Id, token.Span, text)
        {
            Path = tree.FilePath,
            IsShared = edit.Literal.IsShared,
            AlsoChanges = edit.Literal.IsShared ? await OtherUses(solution, model, token, cancellation).ConfigureAwait(false) : ""
        };
    }

    // The run itself reads the member once; every further use changes along.
    private static async Task<string> OtherUses(Solution solution, SemanticModel model, SyntaxToken token, CancellationToken cancellation)
    {
        var declaration = token.Parent?.AncestorsAndSelf().FirstOrDefault(n => n is VariableDeclaratorSyntax or PropertyDeclarationSyntax);
        if (declaration is null || model.GetDeclaredSymbol(declaration, cancellation) is not { } member) return "";
        var found = await SymbolFinder.FindReferencesAsync(member, solution, cancellation).ConfigureAwait(false);
        int others = found.SelectMany(f => f.Locations).Select(l => l.Location).Distinct().Count() - 1;
        return others < 1 ? "" : ", and with it " + others.ToString(System.Globalization.CultureInfo.InvariantCulture)
            + (others == 1 ? " other use of '" : " other uses of '") + member.Name + "'";
    }

    private static async Task<Edit?> InAdditionalFile(
        Solution solution, Location location, Func<string, string?> rewrite, CancellationToken cancellation)
    {
        string path = location.GetLineSpan().Path;
        if (solution.Projects.SelectMany(p => p.AdditionalDocuments).FirstOrDefault(d => d.FilePath == path) is not { } document)
            return null;
        var content = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        if (location.SourceSpan.End > content.Length) return null;
        string now = content.ToString(location.SourceSpan);
        return rewrite(now) is { } text && text != now ? new Edit(document.Id, location.SourceSpan, text) : null;
    }

    // Follows the literal up through products to the declared type: an int that would overflow cannot hold the value.
    private static bool Fits(SemanticModel model, SyntaxToken token, string text, CancellationToken cancellation)
    {
        if (token.IsKind(SyntaxKind.StringLiteralToken)) return true;
        if (SyntaxFactory.ParseExpression(text) is not LiteralExpressionSyntax { Token.Value: { } value }
            || token.Parent is not ExpressionSyntax node) return false;
        if (value is double or float or decimal)
            return HoldsReal(value, model.GetTypeInfo(node, cancellation).ConvertedType?.SpecialType ?? SpecialType.None);
        decimal product = Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture);
        bool isLong = value is long or ulong;
        var type = model.GetTypeInfo(node, cancellation);
        while (node.Parent is ExpressionSyntax parent)
        {
            if (parent is BinaryExpressionSyntax binary && binary.IsKind(SyntaxKind.MultiplyExpression))
            {
                var other = binary.Left == node ? binary.Right : binary.Left;
                if (model.GetConstantValue(other, cancellation).Value is { } factor && factor is int or long or uint or ulong)
                {
                    decimal next = Convert.ToDecimal(factor, System.Globalization.CultureInfo.InvariantCulture);
                    isLong |= factor is long or ulong;
                    if (product > 9e18m / Math.Max(1, next)) return false;
                    product *= next;
                }
                else if (model.GetTypeInfo(other, cancellation).Type?.SpecialType is SpecialType.System_Int64 or SpecialType.System_Double
                    or SpecialType.System_Decimal)
                {
                    isLong = true;
                }
            }

            node = parent;
            type = model.GetTypeInfo(node, cancellation);
            if (!isLong && product > int.MaxValue) return false;
        }

        return Holds(type.ConvertedType?.SpecialType ?? SpecialType.None, product);
    }

    // A real literal compiles only where a real number is allowed.
    private static bool HoldsReal(object value, SpecialType type) => type switch
    {
        SpecialType.System_Double => value is double or float,
        SpecialType.System_Single => value is float,
        SpecialType.System_Decimal => value is decimal,
        SpecialType.None or SpecialType.System_Object => true,
        _ => false,
    };

    private static bool Holds(SpecialType type, decimal value) => type switch
    {
        SpecialType.System_Int32 => value <= int.MaxValue,
        SpecialType.System_UInt32 => value <= uint.MaxValue,
        SpecialType.System_Int64 => value <= long.MaxValue,
        SpecialType.System_UInt64 => value <= ulong.MaxValue,
        SpecialType.System_Int16 => value <= short.MaxValue,
        SpecialType.System_Byte => value <= byte.MaxValue,
        _ => true,
    };
}
