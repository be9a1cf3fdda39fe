using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>What the interpreter says of a config is what the program computes, to the last bit, or that it does not know.</summary>
public class DifferentialTests
{
    private const int Classes = 300;
    private const int Members = 12;

    [Fact]
    public async Task Values_equal_what_the_program_computes_or_are_unknown()
    {
        string source = "using System;\n" + string.Join("\n", Enumerable.Range(0, Classes).Select(seed => new ConfigGrammar(seed).Class("C" + seed.ToString(CultureInfo.InvariantCulture), Members)));

        // Constant overflow and division by a constant zero do not compile: those classes fall away.
        var broken = await Broken(source);
        var code = Config.Code.With(Without(source, broken));
        using var program = await code.Load();
        var compilation = (await code.Generate()).Compilation;
        int known = 0, unknown = 0;
        var wrong = new List<string>();
        foreach (int seed in Enumerable.Range(0, Classes).Except(broken))
        {
            var type = (INamedTypeSymbol)compilation.GetSymbolsWithName("C" + seed.ToString(CultureInfo.InvariantCulture), SymbolFilter.Type).Single();
            var model = compilation.GetSemanticModel(type.DeclaringSyntaxReferences[0].SyntaxTree);
            var instance = new Interpreter(new SourceModels(model), CancellationToken.None).CreateDefault(type) as ObjectValue;
            foreach (var member in type.GetMembers().Where(m => m.Name.StartsWith('M')))
            {
                var value = new Interpreter(new SourceModels(model), CancellationToken.None).Member(member, member.IsStatic ? null : instance);
                if (value is not ScalarValue { Content: var content })
                {
                    unknown++;
                    continue;
                }

                if (Compute(program.TypeOf(type.Name), member) is not { } computed) continue;
                known++;
                if (!Equals(computed, content)) wrong.Add($"{type.Name}.{member.Name}: read {content} ({content?.GetType().Name}), computed {computed} in\n{member.DeclaringSyntaxReferences[0].GetSyntax()}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(10)));
        Assert.True(known > 1000, $"only {known} values were known, {unknown} unknown");
    }

    private static string Without(string source, IReadOnlyCollection<int> broken)
    {
        foreach (int seed in broken) source = source.Replace(new ConfigGrammar(seed).Class("C" + seed.ToString(CultureInfo.InvariantCulture), Members), "", StringComparison.Ordinal);
        return source;
    }

    private static async Task<IReadOnlyCollection<int>> Broken(string source)
    {
        var compilation = (await Config.Code.With(source).AllowCompilerErrors().Generate()).Compilation;
        return compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => d.Location.SourceTree!.GetRoot().FindNode(d.Location.SourceSpan).AncestorsAndSelf().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax>().First().Identifier.ValueText)
            .Select(name => int.Parse(name[1..], CultureInfo.InvariantCulture))
            .ToHashSet();
    }

    // Null where another member's initialiser throws, so that the program never gets to have this value.
    private static object? Compute(Type type, ISymbol member)
    {
        object? instance;
        try
        {
            System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            instance = member.IsStatic ? null : Activator.CreateInstance(type);
        }
        catch (Exception e) when (e is TargetInvocationException or TypeInitializationException)
        {
            return null;
        }

        try
        {
            return member is IFieldSymbol ? type.GetField(member.Name)!.GetValue(instance) : type.GetProperty(member.Name)!.GetValue(instance);
        }
        catch (TargetInvocationException e)
        {
            return e;
        }
    }
}
