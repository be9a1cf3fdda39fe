using System;
using System.Collections.Generic;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Testing;

/// <summary>Walks everything an object reaches through its fields.</summary>
internal static class ObjectGraph
{
    /// <summary>
    /// The field path to the first reachable object that keeps a compilation alive or changes with every edit; null if
    /// there is none.
    /// </summary>
    public static string? PathToRoslyn(object? root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(object Value, string Path)>();
        Push(root, root?.GetType().Name ?? "");
        while (open.Count > 0)
        {
            (object value, string path) = open.Pop();
            if (value is ISymbol or SyntaxNode or SyntaxTree or Compilation or Location or SemanticModel or IOperation or SyntaxReference
                or AttributeData or SyntaxToken or SyntaxTrivia or Diagnostic or GeneratorAttributeSyntaxContext or GeneratorSyntaxContext)
                return $"{path} is {value.GetType().Name}";
            if (value is Array array)
            {
                int i = 0;
                foreach (object? element in array) Push(element, $"{path}[{i++}]");
                continue;
            }

            for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
                foreach (FieldInfo field in type.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                    if (!field.FieldType.IsPointer && !field.FieldType.IsByRefLike) Push(field.GetValue(value), $"{path}.{NameOf(field)}");
        }

        return null;

        void Push(object? value, string path)
        {
            if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || value is Type or MemberInfo) return;
            if (value.GetType().IsValueType || seen.Add(value)) open.Push((value, path));
        }
    }

    private static string NameOf(FieldInfo field) =>
        field.Name is ['<', .. var rest] ? rest.Split('>')[0] : field.Name;
}
