using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingAnalyzers.Analyzers;
using ScalingAnalyzers.CodeFixes;
using ScalingAnalyzers.Generators;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>The whole toolkit, as a project that references the package has it.</summary>
internal static class Toolkit
{
    public static Code Code { get; } = Code.Empty
        .With(new ScalingAnalyzer())
        .With(new EstimatesGenerator())
        .With(new ScalingFixes());

    /// <summary>An example as a file of its own; <c>using ScalingAnalyzers;</c> goes before it where it is not there.</summary>
    public static Code Of(CodeBlock example)
    {
        string text = Text(example);
        Code code = Code.With(text);
        if (CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax))
            code = code.As(OutputKind.ConsoleApplication);
        return example.EditorConfig is { } config ? code.Config(".editorconfig", "root = true\n" + config + "\n") : code;
    }

    /// <summary>The text of that file.</summary>
    public static string Text(CodeBlock example)
    {
        const string Using = "using ScalingAnalyzers;\n";
        return (example.Text + "\n").Contains(Using, System.StringComparison.Ordinal) ? example.Text : Using + example.Text;
    }

    /// <summary>A diagnostic as the compiler prints it after the place.</summary>
    public static string Line(Diagnostic diagnostic)
    {
        string severity = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "info",
        };
        return $"{severity} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }
}
