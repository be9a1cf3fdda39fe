using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;

namespace Runtime.Tests.Api;

/// <summary>What an assembly offers, one line a type or member, as C# would write it.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Assembly assembly) => string.Concat(assembly.GetExportedTypes()
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .SelectMany(type => Members(type).Order(StringComparer.Ordinal).Select(member => "    " + member).Prepend(Head(type)))
        .Select(line => line + "\n"));

    private static string Head(Type type)
    {
        string kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct"
            : type.IsAbstract && type.IsSealed ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";
        var bases = new[] { type.BaseType }.Where(b => b is not null && b != typeof(object) && b != typeof(ValueType) && b != typeof(Enum))
            .Concat(type.GetInterfaces().Where(i => i.IsVisible && i.Namespace == "ScalingAnalyzers"))
            .Select(b => Name(b!)).Order(StringComparer.Ordinal).ToArray();
        return $"{kind} {type.Namespace}.{Name(type)}" + (bases.Length > 0 ? " : " + string.Join(", ", bases) : "");
    }

    private static IEnumerable<string> Members(Type type)
    {
        foreach (var field in type.GetFields(Declared).Where(f => IsOpen(f.Attributes & FieldAttributes.FieldAccessMask) && !f.IsSpecialName))
            yield return type.IsEnum ? $"{field.Name} = {Convert.ToString(Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)}"
                : (field.IsLiteral ? "const " : field.IsStatic ? "static readonly " : "") + $"{Name(field.FieldType, Nullability.Create(field))} {field.Name}" + (field.IsLiteral ? " = " + Literal(field.GetRawConstantValue()) : "");
        if (type.IsEnum) yield break;
        foreach (var constructor in type.GetConstructors(Declared).Where(IsOpen)) yield return $"{Bare(type)}({Parameters(constructor)})";
        foreach (var property in type.GetProperties(Declared).Where(p => p.GetAccessors(true).Any(IsOpen)))
        {
            string accessors = string.Concat(property.GetAccessors(true).Where(IsOpen).Select(a => a.ReturnType == typeof(void) ? (IsInit(a) ? " init;" : " set;") : " get;").Order(StringComparer.Ordinal));
            string required = property.CustomAttributes.Any(a => a.AttributeType.Name == "RequiredMemberAttribute") ? "required " : "";
            string index = property.GetIndexParameters().Length > 0 ? "[" + string.Join(", ", property.GetIndexParameters().Select(Parameter)) + "]" : "";
            yield return $"{Modifiers(property.GetAccessors(true).First(IsOpen))}{required}{Name(property.PropertyType, Nullability.Create(property))} {property.Name}{index} {{{accessors} }}";
        }

        foreach (var method in type.GetMethods(Declared).Where(m => IsOpen(m) && !IsAccessor(m) && !IsOfRecords(m)))
        {
            string generic = method.IsGenericMethodDefinition ? "<" + string.Join(", ", method.GetGenericArguments().Select(a => a.Name)) + ">" : "";
            yield return $"{Modifiers(method)}{Name(method.ReturnType, Nullability.Create(method.ReturnParameter))} {method.Name}{generic}({Parameters(method)})";
        }
    }

    // What the compiler writes for every record says nothing of ours.
    private static bool IsOfRecords(MethodInfo method) =>
        method.Name is "<Clone>$" or "PrintMembers" or "get_EqualityContract" or "GetHashCode" or "Equals" or "op_Equality" or "op_Inequality";

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit");

    private static bool IsOpen(MethodBase method) => method.IsPublic || (method.IsFamily && !method.DeclaringType!.IsSealed) || (method.IsFamilyOrAssembly && !method.DeclaringType!.IsSealed);

    private static bool IsOpen(FieldAttributes access) => access is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static string Modifiers(MethodBase method) =>
        (method.IsFamily || method.IsFamilyOrAssembly ? "protected " : "")
        + (method.IsStatic ? "static " : method.DeclaringType!.IsInterface ? "" : method.IsAbstract ? "abstract "
            : method.IsVirtual && !method.IsFinal ? (((MethodInfo)method).GetBaseDefinition() == method ? "virtual " : "override ") : "");

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter) =>
        (parameter.ParameterType.IsByRef ? (parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ") : "")
        + Name(parameter.ParameterType, Nullability.Create(parameter)) + " " + parameter.Name
        + (parameter.HasDefaultValue ? " = " + Literal(parameter.RawDefaultValue) : "");

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => "\"" + text + "\"",
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Name(Type type, NullabilityInfo nullability) =>
        Name(type, nullability.GenericTypeArguments)
        + (!type.IsValueType && !type.IsByRef && (nullability.ReadState == NullabilityState.Nullable || nullability.WriteState == NullabilityState.Nullable) ? "?" : "");

    private static string Name(Type type, NullabilityInfo[]? arguments = null)
    {
        if (type.IsByRef) return Name(type.GetElementType()!);
        if (type.IsArray) return Name(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Name(underlying) + "?";
        if (Keywords.TryGetValue(type, out string? keyword)) return keyword;
        string outer = type is { IsNested: true, IsGenericParameter: false } ? Name(type.DeclaringType!) + "." : "";
        if (!type.IsGenericType) return outer + type.Name;
        Type[] given = type.GetGenericArguments();
        return outer + Bare(type) + "<" + string.Join(", ", given.Select((a, i) => arguments?.Length == given.Length ? Name(a, arguments[i]) : Name(a))) + ">";
    }

    private static string Bare(Type type) => type.Name.Split('`')[0];
}
