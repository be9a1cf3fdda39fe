using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>Examples as code under test, and diagnostics in the compiler's format.</summary>
internal static class ExampleCode
{
    /// <summary>An example as a separate file; <c>using ScalingAnalyzers;</c> is added where it is absent.</summary>
    public static Code Of(CodeBlock example)
    {
        string text = Text(example);
        Code code = Config.Code.With(text);
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

    /// <summary>What the example prints as a program, without the last line end.</summary>
    public static async Task<string> Output(CodeBlock example)
    {
        var program = await Of(example).Load();
        var printed = new StringWriter { NewLine = "\n" };
        var console = System.Console.Out;
        System.Console.SetOut(printed);
        try
        {
            program.Assembly.EntryPoint!.Invoke(null, [System.Array.Empty<string>()]);
        }
        finally
        {
            System.Console.SetOut(console);
        }

        return printed.ToString().TrimEnd('\n');
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
