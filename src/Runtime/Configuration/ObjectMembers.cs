using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Configuration;

/// <summary>The members of an object at run time. What a getter throws is a reason why its value is unknown.</summary>
internal static class ObjectMembers
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private const int MostElements = 10_000;
    private const int MostGroups = 3;

    /// <summary>The public members that a type declares itself and that can be read.</summary>
#if NET8_0_OR_GREATER
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(ConfigReader.Reflects)]
#endif
    public static IEnumerable<MemberInfo> Of(Type type) => type.GetMembers(Declared).Where(IsReadable);

    /// <summary>Those of a type and of the classes that it derives from, the most derived first.</summary>
#if NET8_0_OR_GREATER
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(ConfigReader.Reflects)]
#endif
    public static IEnumerable<MemberInfo> OfAll(Type type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (Type? level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            foreach (var member in Of(level).Where(member => seen.Add(member.Name))) yield return member;
        }
    }

    public static Type TypeOf(MemberInfo member) => member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;

    /// <summary>The name that a serialiser or binder uses for a member; null where it is its own.</summary>
    public static string? BoundName(MemberInfo member)
    {
        foreach (var attribute in member.CustomAttributes)
        {
            if (BoundNames.ArgumentOf(attribute.AttributeType.Name) is not { } argument) continue;
            object? name = attribute.NamedArguments.FirstOrDefault(named => named.MemberName == argument).TypedValue.Value;
            if (name is null && BoundNames.IsPositional(attribute.AttributeType.Name) && attribute.ConstructorArguments.Count > 0)
                name = attribute.ConstructorArguments[0].Value;
            if (name is string { Length: > 0 } text) return text;
        }

        return null;
    }

    /// <summary>
    /// What a member holds; null where it holds the default of its type, which nobody need have written.
    /// </summary>
    public static object? Content(MemberInfo member, object instance, out UnknownReason? fault)
    {
        fault = null;
        try
        {
            object? content = member is FieldInfo field ? field.GetValue(instance) : ((PropertyInfo)member).GetValue(instance);
            return content is null || IsDefault(TypeOf(member), content) ? null : content;
        }
        catch (TargetInvocationException thrown)
        {
            fault = new UnknownReason(UnknownKind.GetterFails, thrown.InnerException?.Message ?? "");
        }
        catch (NotSupportedException thrown)
        {
            // A reference or a span cannot be boxed.
            fault = new UnknownReason(UnknownKind.CannotBeRead, thrown.Message);
        }

        return null;
    }

    /// <summary>
    /// The members without a role that only the family of the model has, as numbers, flags, texts and lists of them;
    /// null where there are none. A hybrid, whose layers they may decide, is stopped by one that cannot be read.
    /// </summary>
#if NET8_0_OR_GREATER
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(ConfigReader.Reflects)]
#endif
    public static IReadOnlyDictionary<string, object>? OfFamily(object model, ModelFamily family, Func<MemberInfo, bool> hasRole)
    {
        bool isHybrid = family.Lineage == FamilyLineage.Hybrid;
        var others = new Dictionary<string, object>(StringComparer.Ordinal);
        for (Type? type = model.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var member in Of(type).Where(member => !others.ContainsKey(BoundName(member) ?? member.Name) && !hasRole(member)))
            {
                object? content = Content(member, model, out UnknownReason? fault);
                if (content is null && fault is null)
                {
                    if (MayBeNone(TypeOf(member))) others.Add(BoundName(member) ?? member.Name, NamedMembers.None);
                    continue;
                }

                AddInner(others, BoundName(member) ?? member.Name, content, model.GetType(), depth: 1);
                if (content is System.Collections.IList { Count: 0 }) continue;
                if ((Plain(content) ?? (isHybrid ? NamedMembers.Unreadable : null)) is { } value)
                    others.Add(BoundName(member) ?? member.Name, value);
            }
        }

        return others.Count == 0 ? null : others;
    }

    // int? QueryRank = null says that there is none.
    private static bool MayBeNone(Type type) =>
        Nullable.GetUnderlyingType(type) is { IsPrimitive: true } inner && inner != typeof(bool) && inner != typeof(char);

    // A group of values in an object of its own, by the names of both.
#if NET8_0_OR_GREATER
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(ConfigReader.Reflects)]
#endif
    private static void AddInner(Dictionary<string, object> others, string name, object? group, Type of, int depth)
    {
        if (group is null || !IsGroup(group.GetType()) || group.GetType() == of || depth > MostGroups) return;
        foreach (var member in Of(group.GetType()).Where(member => !IsStatic(member)))
        {
            if (Attribute.IsDefined(member, typeof(ConfigMemberAttribute))) continue;
            string path = name + "." + (BoundName(member) ?? member.Name);
            object? content = Content(member, group, out _);
            if (content is string or bool || Numbers.IsNumber(content)) others[path] = Plain(content)!;
            else AddInner(others, path, content, of, depth + 1);
        }
    }

    /// <summary>Whether an object of the type is a group of values: a class of a program that is no config.</summary>
    public static bool IsGroup(Type type) => !type.IsPrimitive && !type.IsEnum && !type.IsArray
        && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true
        && !Attribute.IsDefined(type, typeof(ModelConfigAttribute), inherit: false)
        && !Attribute.IsDefined(type, typeof(TrainingConfigAttribute), inherit: false);

    private static bool IsStatic(MemberInfo member) =>
        member is FieldInfo { IsStatic: true } or PropertyInfo { GetMethod.IsStatic: true };

    private static object? Plain(object? content)
    {
        if (content is string or bool) return content;

        // A choice is read by its name, as in source.
        if (content is Enum) return content.ToString();
        if (content is not System.Collections.IList list) return Numbers.ToDecimal(content);
        object?[] elements = list.Count <= MostElements ? list.Cast<object?>().Select(Plain).ToArray() : [null];
        return elements.All(element => element is not null) ? elements : null;
    }

    private static bool IsReadable(MemberInfo member) => member switch
    {
        FieldInfo => true,
        PropertyInfo property => property.GetIndexParameters().Length == 0 && property.GetMethod is { IsPublic: true },
        _ => false,
    };

    private static bool IsDefault(Type type, object content) => type.IsValueType && Nullable.GetUnderlyingType(type) is null
        && content.Equals(DefaultOf(type));

#if NET8_0_OR_GREATER
    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(
        "Trimming", "IL2067", Justification = "A value of the type exists, and no constructor runs.")]
    private static object DefaultOf(Type type) => System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
#else
    private static object? DefaultOf(Type type) => Array.CreateInstance(type, 1).GetValue(0);
#endif
}
