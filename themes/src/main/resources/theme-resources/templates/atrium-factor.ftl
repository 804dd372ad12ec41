<#import "atrium-way.ftl" as ways>
<@ways.page/>
